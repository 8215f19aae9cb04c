import type { ServerResponse } from 'node:http';

/**
 * The one place of the headers that every answer carries. The policy is constant because nothing on any page is inline:
 * scripts, styles and fonts are files of ours, and `connect-src 'self'` covers the editor's WebSocket too.
 */
export const securityHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'same-origin',
  'Permissions-Policy':
    'camera=(), microphone=(), geolocation=(), payment=(), usb=(), clipboard-read=(), clipboard-write=(self)',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

/**
 * The policy of the linter's worker, which compiles the spelling checker's WebAssembly. A worker goes by the policy of its
 * own file, so no page has to allow it.
 */
export const workerPolicy = securityHeaders['Content-Security-Policy']?.replace(
  "script-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
);

/** Puts the security headers on an answer before anything else is written; a browser that came by TLS once never comes without it again. */
export function secure(response: ServerResponse, https = false): void {
  if (https) response.setHeader('Strict-Transport-Security', 'max-age=31536000');
  for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
}
