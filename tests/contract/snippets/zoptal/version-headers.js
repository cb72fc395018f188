// Check response headers
console.log(response.headers.get('X-API-Version'));
console.log(response.headers.get('X-API-Supported-Versions'));
