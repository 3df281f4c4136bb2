/** A way for units of flow: at most `capacity`, each at `cost` ≥ 0. Nodes are numbers from 0. */
export type FlowEdge = { from: number; to: number; capacity: number; cost: number };

/** A heap of nodes by distance; outdated entries stay in it and are skipped when they come up. */
class Heap {
  private readonly keys: number[] = [];
  private readonly nodes: number[] = [];

  push(key: number, node: number) {
    let at = this.keys.length;
    for (; at > 0; at = (at - 1) >> 1) {
      const parent = (at - 1) >> 1;
      if ((this.keys[parent] ?? 0) <= key) break;
      this.put(at, this.keys[parent] ?? 0, this.nodes[parent] ?? 0);
    }
    this.put(at, key, node);
  }

  pop(): [number, number] | null {
    const [key, node] = [this.keys[0], this.nodes[0]];
    const [last, lastNode] = [this.keys.pop(), this.nodes.pop()];
    if (key === undefined || node === undefined || last === undefined || lastNode === undefined) return null;
    const size = this.keys.length;
    if (size > 0) {
      let at = 0;
      for (let child = 1; child < size; child = 2 * at + 1) {
        if (child + 1 < size && (this.keys[child + 1] ?? 0) < (this.keys[child] ?? 0)) child++;
        if ((this.keys[child] ?? 0) >= last) break;
        this.put(at, this.keys[child] ?? 0, this.nodes[child] ?? 0);
        at = child;
      }
      this.put(at, last, lastNode);
    }
    return [key, node];
  }

  private put(at: number, key: number, node: number) {
    this.keys[at] = key;
    this.nodes[at] = node;
  }
}

/**
 * The flow over each edge when as much as possible goes from source to sink, at the least cost of all such flows. Shortest paths with potentials, in
 * rounds (primal–dual): exact, because every flow on the way is the cheapest of its size (Ahuja, Magnanti, Orlin: Network Flows, 9.7–9.8). Costs are
 * whole and ≥ 0, and their sum stays below 2^53.
 */
export function cheapestFlow(nodes: number, edges: readonly FlowEdge[], source: number, sink: number): number[] {
  const count = edges.length * 2;
  const [target, room, cost, next] = [new Int32Array(count), new Float64Array(count), new Float64Array(count), new Int32Array(count)];
  const first = new Int32Array(nodes).fill(-1);
  const lay = (at: number, from: number, to: number, capacity: number, price: number) => {
    [target[at], room[at], cost[at], next[at], first[from]] = [to, capacity, price, first[from] ?? -1, at];
  };
  edges.forEach((e, i) => {
    lay(2 * i, e.from, e.to, e.capacity, e.cost);
    lay(2 * i + 1, e.to, e.from, 0, -e.cost);
  });
  const potential = new Float64Array(nodes);
  for (;;) {
    const distance = new Float64Array(nodes).fill(Infinity);
    const settled = new Uint8Array(nodes);
    const heap = new Heap();
    distance[source] = 0;
    heap.push(0, source);
    for (let top = heap.pop(); top; top = heap.pop()) {
      const [key, node] = top;
      if (settled[node]) continue;
      settled[node] = 1;
      if (node === sink) break;
      for (let e = first[node] ?? -1; e >= 0; e = next[e] ?? -1) {
        const to = target[e] ?? 0;
        if ((room[e] ?? 0) <= 0 || settled[to]) continue;
        const far = key + (cost[e] ?? 0) + (potential[node] ?? 0) - (potential[to] ?? 0);
        if (far >= (distance[to] ?? 0)) continue;
        distance[to] = far;
        heap.push(far, to);
      }
    }
    const reach = distance[sink] ?? Infinity;
    if (reach === Infinity) return edges.map((_, i) => room[2 * i + 1] ?? 0);
    for (let n = 0; n < nodes; n++) potential[n] = (potential[n] ?? 0) + Math.min(distance[n] ?? 0, reach);
    // Every shortest way at once: a node from which no unit came through is not tried again before distances are measured anew.
    const tried = new Uint8Array(nodes);
    const send = (node: number): boolean => {
      if (node === sink) return true;
      tried[node] = 1;
      for (let e = first[node] ?? -1; e >= 0; e = next[e] ?? -1) {
        const to = target[e] ?? 0;
        if (tried[to] || (room[e] ?? 0) <= 0 || (cost[e] ?? 0) + (potential[node] ?? 0) !== (potential[to] ?? 0) || !send(to)) continue;
        room[e] = (room[e] ?? 0) - 1;
        room[e ^ 1] = (room[e ^ 1] ?? 0) + 1;
        tried[node] = 0;
        return true;
      }
      return false;
    };
    while (send(source));
  }
}
