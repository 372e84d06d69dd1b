import { get as getPlain } from 'node:http';
import { get as getSecure } from 'node:https';

export interface Answer {
  readonly status: number;
  readonly body: string;
}

/** Asks a program on this machine; undefined when nobody answers. Certificates are not looked at: they are self-signed here. */
export function ask(url: string, token?: string): Promise<Answer | undefined> {
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const settings = { headers, timeout: 10_000, rejectUnauthorized: false, agent: false as const };
  return new Promise((resolve) => {
    const request = (url.startsWith('https:') ? getSecure : getPlain)(url, settings, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (text) => { body += text; }).on('error', () => resolve(undefined));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
    });
    request.on('timeout', () => request.destroy()).on('error', () => resolve(undefined));
  });
}
