import * as fc from 'fast-check';
import { EventQueue } from '../../../src/cluster/rollout/event-queue';
import { runs } from '../../support/runs';

test('what comes earlier is taken earlier, and what is at one moment in the order in which it was added', () => {
  // a number is when something is added, undefined is that something is taken
  fc.assert(fc.property(fc.array(fc.option(fc.integer({ min: 0, max: 9 }), { nil: undefined })), moves => {
    const queue = new EventQueue<{ at: number; number: number }>();
    let model: { at: number; number: number }[] = [];
    moves.forEach((at, number) => {
      if (at === undefined) {
        expect(queue.nextAt).toBe(model[0]?.at ?? Infinity);
        expect(queue.take()).toEqual(model[0]);
        model = model.slice(1);
      } else {
        queue.add(at, { at, number });
        model = [...model, { at, number }].sort((a, b) => a.at - b.at || a.number - b.number);
      }
    });
  }), { numRuns: runs(100) });
});
