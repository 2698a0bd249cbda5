import type { Server as HttpServer } from 'node:http';
import { AppError } from '../errors.ts';

/** Starts to listen and gives the port. Rejects with `config-invalid`, saying what to change. */
export function listenOn(http: HttpServer, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const fail = (cause: NodeJS.ErrnoException) =>
      reject(new AppError('config-invalid', advice(cause, port), { cause }));
    http.once('error', fail);
    http.listen(port, host, () => {
      http.off('error', fail);
      const address = http.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

function advice({ code }: NodeJS.ErrnoException, port: number): string {
  switch (code) {
    case 'EADDRINUSE':
      return `PORT: ${port} is in use by another program; stop that or choose another port.`;
    case 'EACCES':
      return `PORT: ${port} may not be used by this account; choose one above 1023.`;
    default:
      return 'HOST: can’t be listened on; set it to an address of this machine.';
  }
}
