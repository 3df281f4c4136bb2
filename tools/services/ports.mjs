import net from 'node:net';

export function freePort() {
  return new Promise((resolve, reject) => {
    const server = net.createServer().on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** Both, because a listener on the loopback address alone would shadow ours for the browser. */
export async function portIsBusy(port) {
  return (await cannotListen(port, '127.0.0.1')) || (await cannotListen(port));
}

function cannotListen(port, host) {
  return new Promise((resolve) => {
    const server = net.createServer().on('error', (error) => resolve(error.code === 'EADDRINUSE'));
    server.listen({ port, host }, () => server.close(() => resolve(false)));
  });
}
