// Add usage monitoring to your application
const monitorUsage = async () => {
  try {
    const response = await fetch('/api/usage/current', {
      headers: { Authorization: `Bearer ${token}` }
    });

    const data = await response.json();
    if (data.success) {
      const usage = data.data;

      // Check if approaching limits
      const tokenUsagePercent = (usage.current_period.total_tokens / usage.limits.monthly_token_quota) * 100;

      if (tokenUsagePercent > 80) {
        showUsageWarning('You are approaching your token limit');
      }

      // Update UI with usage information
      updateUsageDisplay(usage);
    }
  } catch (error) {
    console.error('Failed to fetch usage:', error);
  }
};

// Call periodically or after significant operations
setInterval(monitorUsage, 300000); // Every 5 minutes
