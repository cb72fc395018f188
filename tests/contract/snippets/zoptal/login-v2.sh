curl -X POST https://api.zoptal.com/api/v2/auth/login \
  -H "Content-Type: application/json" \
  -d '{
    "email": "user@example.com",
    "password": "password123",
    "deviceInfo": {
      "deviceType": "web",
      "deviceName": "Chrome Browser"
    },
    "preferences": {
      "rememberMe": false
    }
  }'
