curl -X POST https://api.omnivox.ai/auth/login \
  -H "Content-Type: application/json" \
  -d '{"email": "your@email.com", "password": "secure_password"}'
