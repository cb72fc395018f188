// Enhanced authentication with role handling
const login = async (email, password) => {
  const response = await fetch('/api/auth/login', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ email, password })
  });

  const data = await response.json();
  if (data.success) {
    localStorage.setItem('token', data.token);

    // Decode token to get user info
    const tokenData = jwt.decode(data.token);
    localStorage.setItem('userRole', tokenData.role);
    localStorage.setItem('subscriptionTier', tokenData.subscription_tier);
  }
};
