import { AgentError, fail, quote } from '../../private/agent-error';
import { withFacts } from '../../private/finding';
import { nameFinding } from '../../private/names';

/** The id of an agent that has no other name. */
export function requireId(id: string): string {
  const wrong = nameFinding(id, 'dns-label', 'the id of the agent, which is also its name,');
  if (wrong) {throw new AgentError(id.length > 63 ? withFacts(wrong, { fix: 'shorten the id, or give `name`' }) : wrong);}
  return id;
}

interface Labels {
  readonly [key: string]: string;
}

/** Labels of objects with those by which the agent is known laid upon them, if none that a user gives is lost. */
export function withIdentity(given: Labels | undefined, identity: Labels): Labels {
  const written = { ...given, ...identity };
  const lost = Object.entries(given ?? {}).find(([key, value]) => written[key] !== value);
  if (lost) {
    fail({
      code: 'reserved-label', what: `the label ${lost[0]} is how the agent is known`, given: quote(lost[1]),
      allowed: quote(written[lost[0]]),
      fix: 'use another key, or set `identity` before the agent first reaches a cluster',
    });
  }
  return written;
}
