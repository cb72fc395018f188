// Enhanced agent creation with ownership and limits
const createAgent = async (agentData) => {
  try {
    // Check agent limits first
    const profileResponse = await fetch('/api/auth/profile', {
      headers: { Authorization: `Bearer ${token}` }
    });

    const profile = await profileResponse.json();
    if (profile.success) {
      const currentAgents = await getCurrentAgentCount();

      if (currentAgents >= profile.data.max_agents) {
        throw new Error('Agent limit reached. Please upgrade your plan.');
      }
    }

    const response = await fetch('/api/agents', {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        Authorization: `Bearer ${token}`
      },
      body: JSON.stringify(agentData)
    });

    const result = await response.json();

    if (!result.success) {
      if (result.error?.code === 'AGENT_LIMIT_EXCEEDED') {
        showUpgradePrompt();
      }
      throw new Error(result.message);
    }

    return result;
  } catch (error) {
    console.error('Failed to create agent:', error);
    throw error;
  }
};
