// Legacy error handling
const handleApiCall = async () => {
  try {
    const response = await fetch('/api/agents');
    const data = await response.json();

    if (data.error) {
      console.error('Error:', data.error);
    }
  } catch (error) {
    console.error('Network error:', error);
  }
};
