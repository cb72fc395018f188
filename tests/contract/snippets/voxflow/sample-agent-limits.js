// Test agent limits
const testAgentLimits = async () => {
  // Create agents up to limit
  const profile = await getUserProfile();
  const maxAgents = profile.max_agents;

  for (let i = 0; i < maxAgents; i++) {
    const agent = await createAgent({ name: `Test Agent ${i}` });
    assert(agent.success === true, 'Agent creation should succeed within limits');
  }

  // Try to create one more (should fail)
  try {
    await createAgent({ name: 'Limit Exceeded Agent' });
    assert(false, 'Should not be able to exceed agent limit');
  } catch (error) {
    assert(error.message.includes('limit'), 'Should get limit error');
  }
};
