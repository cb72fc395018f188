// Decode token to access new fields
const token = jwt.decode(authToken);
console.log(token.role); // 'user', 'admin', or 'enterprise'
console.log(token.subscription_tier); // 'free', 'pro', or 'enterprise'
console.log(token.max_agents); // User's agent limit
console.log(token.monthly_token_quota); // User's token quota
