// What jsdom lacks and antd or the router need.
import { TextDecoder, TextEncoder } from 'node:util';

globalThis.TextEncoder ??= TextEncoder;
globalThis.TextDecoder ??= TextDecoder;
globalThis.matchMedia ??= (query) => ({ matches: false, media: query, onchange: null, addListener() {}, removeListener() {}, addEventListener() {}, removeEventListener() {}, dispatchEvent: () => false });
// Node's own MessageChannel keeps Jest from ending.
globalThis.MessageChannel = class {
  constructor() {
    this.port1 = { onmessage: null };
    this.port2 = { postMessage: (data) => setTimeout(() => this.port1.onmessage?.({ data }), 0) };
  }
};
const original = globalThis.getComputedStyle;
globalThis.getComputedStyle = (element) => original(element);
globalThis.ResizeObserver ??= class { observe() {} unobserve() {} disconnect() {} };
