import requests

headers = {
    "Authorization": "Bearer diwaar_your_api_key_here",
    "Content-Type": "application/json"
}

# Create assistant with new provider support
assistant_data = {
    "name": "My Assistant",
    "phone_number": "+1234567890",
    "llm_provider": "openai",
    "llm_provider_config": {
        "api_key": "your_openai_key",
        "model": "gpt-4o-mini"
    }
}

response = requests.post(
    "https://yourdomain.com/api/v1/assistants/",
    headers=headers,
    json=assistant_data
)
