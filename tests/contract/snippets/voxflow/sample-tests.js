// Test new authentication
const testAuthentication = async () => {
  const response = await fetch('/api/auth/login', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      email: 'test@example.com',
      password: 'testPassword'
    })
  });

  const data = await response.json();
  assert(data.success === true, 'Login should succeed');
  assert(data.token, 'Token should be present');

  const tokenData = jwt.decode(data.token);
  assert(tokenData.role, 'Token should include role');
  assert(tokenData.subscription_tier, 'Token should include subscription tier');
};

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
