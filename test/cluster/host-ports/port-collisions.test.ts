import { portCollisions } from '../../../src/cluster/host-ports/port-collisions';
import type { HostPortClaim } from '../../../src/cluster/workload-facts';

interface Taker {
  readonly name: string;
  readonly ports: readonly HostPortClaim[];
  readonly scope?: string;
  readonly isQuiet?: boolean;
}

const claim = (port: number, by: string = 'x'): HostPortClaim => ({ port, protocol: 'TCP', by });

function pairsOf(takers: readonly Taker[], collide: (one: Taker, other: Taker) => boolean = () => true): string[] {
  return [...portCollisions(takers, {
    scopeOf: ({ scope = '' }) => scope, portsOf: ({ ports }) => ports, selectionOf: () => ({}), collide,
    isAsked: ({ isQuiet }) => isQuiet !== true,
  })].map(({ first, second, mine }) => `${second.name} with ${first.name} on ${mine.port}`);
}

test('whoever comes later is shown the first', () => {
  const takers = ['a', 'b', 'c'].map(name => ({ name, ports: [claim(80), claim(90)] }));
  expect(pairsOf(takers)).toEqual(['b with a on 80', 'b with a on 90', 'c with a on 80', 'c with a on 90']);
});

test('who collides with nobody so far is one to collide with', () => {
  const takers = ['a', 'b', 'c'].map(name => ({ name, ports: [claim(80)] }));
  expect(pairsOf(takers, (one, other) => one.name !== 'a' && other.name !== 'a')).toEqual(['c with b on 80']);
});

test('two ports of one are its own business, and so are scopes and those that are not asked', () => {
  expect(pairsOf([{ name: 'a', ports: [claim(80, 'x'), claim(80, 'y')] }])).toEqual([]);
  expect(pairsOf([{ name: 'a', ports: [claim(80)] }, { name: 'b', scope: 'other', ports: [claim(80)] }])).toEqual([]);
  const quiet = { name: 'b', isQuiet: true, ports: [claim(80)] };
  expect(pairsOf([{ name: 'a', ports: [claim(80)] }, quiet])).toEqual([]);
  expect(pairsOf([quiet, { name: 'a', ports: [claim(80)] }])).toEqual(['a with b on 80']);
});
