const response = await fetch('/api/agents');
console.log(response.headers.get('X-RateLimit-Limit')); // 1000
console.log(response.headers.get('X-RateLimit-Remaining')); // 999
console.log(response.headers.get('X-RateLimit-Reset')); // 1640995200
