curl -X GET https://api.omnivox.ai/api/v1/users/profile \
  -H "Authorization: Bearer YOUR_ACCESS_TOKEN"
