curl https://api.omnivox.ai/api/v1/monitoring/health
