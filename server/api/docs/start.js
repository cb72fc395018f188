// SPDX-License-Identifier: GPL-3.0-or-later
window.addEventListener('load', () => {
    SwaggerUIBundle({
        url: '/api/openapi.json',
        dom_id: '#viewer',
        deepLinking: true,
        docExpansion: 'none',
        defaultModelsExpandDepth: 0,
        tryItOutEnabled: true,
        validatorUrl: null,
    });
});
