# Contact support for API key and secret
curl -X POST https://api.omnivox.ai/auth/register \
  -H "Content-Type: application/json" \
  -d '{"email": "your@email.com", "password": "secure_password"}'
