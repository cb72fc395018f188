// Legacy agent creation (no ownership)
const createAgent = async (agentData) => {
  const response = await fetch('/api/agents', {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      Authorization: `Bearer ${token}`
    },
    body: JSON.stringify(agentData)
  });

  return response.json();
};
