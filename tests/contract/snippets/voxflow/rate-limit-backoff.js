// Implement exponential backoff for rate limiting
const makeApiCall = async (url, options, retryCount = 0) => {
  try {
    const response = await fetch(url, options);

    // Check rate limiting headers
    const remaining = parseInt(response.headers.get('X-RateLimit-Remaining'));
    const resetTime = parseInt(response.headers.get('X-RateLimit-Reset'));

    if (response.status === 429) {
      // Rate limited
      const retryAfter = parseInt(response.headers.get('Retry-After')) || Math.pow(2, retryCount);

      if (retryCount < 3) {
        console.log(`Rate limited. Retrying in ${retryAfter} seconds...`);
        await new Promise(resolve => setTimeout(resolve, retryAfter * 1000));
        return makeApiCall(url, options, retryCount + 1);
      } else {
        throw new Error('Rate limit exceeded. Please try again later.');
      }
    }

    // Warn if approaching rate limit
    if (remaining < 10) {
      console.warn(`Approaching rate limit. ${remaining} requests remaining.`);
    }

    return response;
  } catch (error) {
    console.error('API call failed:', error);
    throw error;
  }
};
