// Enhanced error handling
const handleApiCall = async () => {
  try {
    const response = await fetch('/api/agents');
    const data = await response.json();

    if (!data.success) {
      console.error('API Error:', {
        message: data.message,
        code: data.error?.code,
        requestId: data.request_id,
        timestamp: data.timestamp
      });

      // Handle specific error types
      if (data.error?.code === 'RATE_LIMIT_EXCEEDED') {
        // Handle rate limiting
        const retryAfter = response.headers.get('Retry-After');
        setTimeout(() => handleApiCall(), retryAfter * 1000);
      }
    }
  } catch (error) {
    console.error('Network error:', error);
  }
};
