class ZoptalAuthClient {
  constructor(
    private baseUrl: string,
    private version: 'v1' | 'v2' = 'v2'
  ) {}

  async login(credentials: LoginCredentials) {
    const response = await fetch(`${this.baseUrl}/api/${this.version}/auth/login`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'Accept-Version': this.version
      },
      body: JSON.stringify(credentials)
    });

    return response.json();
  }
}

// Usage
const client = new ZoptalAuthClient('https://api.zoptal.com', 'v2');
