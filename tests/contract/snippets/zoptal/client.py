import requests

class ZoptalAuthClient:
    def __init__(self, base_url: str, version: str = 'v2'):
        self.base_url = base_url
        self.version = version

    def login(self, credentials: dict):
        url = f"{self.base_url}/api/{self.version}/auth/login"
        headers = {
            'Content-Type': 'application/json',
            'Accept-Version': self.version
        }

        response = requests.post(url, json=credentials, headers=headers)
        return response.json()

# Usage
client = ZoptalAuthClient('https://api.zoptal.com', 'v2')
