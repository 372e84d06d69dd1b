import { Construct } from 'constructs';
import { AppState } from '../../src/agent/app/app-state';
import { errorLine } from '../../src/private/agent-error';
import { refusalsOf } from '../../src/private/doors/refused';
import { Finding } from '../../src/private/finding';

/** What was wrong with what a construct was given. */
export function refusalsAt(construct: Construct): Finding[] {
  const {
    refusals,
  } = AppState.of(construct) as unknown as { readonly refusals: ReadonlyArray<{ readonly construct: Construct; readonly found: Finding }> };
  return refusals.filter(each => each.construct === construct).map(({ found }) => found);
}

/** What features of an agent reported. */
function reportedAt(construct: Construct): Finding[] {
  const { plan } = construct as { readonly plan?: { readonly _findings: readonly Finding[] } };
  return (plan?._findings ?? []).map(found => ({ ...found, constructPath: construct.node.path }));
}

/** Everything that is wrong with a value that a factory or constructor gave back. */
export function wrongWith(value: unknown): Finding[] {
  if (Array.isArray(value)) {return value.flatMap(wrongWith);}
  const refused = refusalsOf(value);
  return refused === undefined ? value instanceof Construct ? [...refusalsAt(value), ...reportedAt(value)] : [] : [...refused];
}

/** The same call, which throws where what it gives back was refused. */
export function reading<T>(act: () => T): () => T {
  return () => {
    const value = synthesized(act);
    const [found] = wrongWith(value);
    if (found) {throw new Error(errorLine(found, found.constructPath === '' ? 'the app' : found.constructPath));}
    return value;
  };
}

/** A synth that fails for one thing alone says that as an error would. */
function synthesized<T>(act: () => T): T {
  try {
    return act();
  } catch (error) {
    const [line, ...others] = (error as Error).message.split('\n').slice(1);
    const [, path, code, rest] = /^ {2}\[([^\]]*)\] ([a-z-]+): (.*)$/.exec(line ?? '') ?? [];
    if (!(error as Error).message.startsWith('Validation failed') || others.length > 0 || path === undefined) {throw error;}
    throw new Error(`${code}: [${path}] ${rest}`);
  }
}
