/** Things that will happen: the earliest comes first, and of those at one moment the one that was added first. */
export class EventQueue<T> {
  private readonly heap: Array<{ readonly at: number; readonly number: number; readonly event: T }> = [];
  private added = 0;

  /** When the next thing happens; infinity when nothing will. */
  public get nextAt(): number {
    return this.heap.length === 0 ? Infinity : this.heap[0].at;
  }

  public add(at: number, event: T): void {
    const { heap } = this;
    const entry = { at, number: this.added++, event };
    let index = heap.length;
    while (index > 0) {
      const parent = Math.floor((index - 1) / 2);
      if (heap[parent].at <= at) {break;}
      heap[index] = heap[parent];
      index = parent;
    }
    heap[index] = entry;
  }

  /** The next thing, taken out. */
  public take(): T | undefined {
    const { heap } = this;
    if (heap.length === 0) {return undefined;}
    const first = heap[0].event;
    const last = heap.pop()!;
    if (heap.length > 0) {this.sink(last);}
    return first;
  }

  private sink(entry: { readonly at: number; readonly number: number; readonly event: T }): void {
    const { heap } = this;
    let index = 0;
    for (;;) {
      let child = 2 * index + 1;
      if (child >= heap.length) {break;}
      if (child + 1 < heap.length && isBefore(heap[child + 1], heap[child])) {child++;}
      if (!isBefore(heap[child], entry)) {break;}
      heap[index] = heap[child];
      index = child;
    }
    heap[index] = entry;
  }
}

function isBefore(a: { at: number; number: number }, b: { at: number; number: number }): boolean {
  return a.at < b.at || a.at === b.at && a.number < b.number;
}
