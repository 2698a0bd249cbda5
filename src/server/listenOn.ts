import type { Server as HttpServer } from 'node:http';
import { AppError } from '../errors.ts';

/** The names of the variables that say where a server listens. */
export interface PlaceVariables {
  readonly port: string;
  readonly host: string;
}

/** Where to listen, and who said so. */
export interface Place {
  readonly port: number;
  readonly host: string;
  readonly variables: PlaceVariables;
}

/** Starts to listen and gives the port. Rejects with `config-invalid`, saying what to change. */
export function listenOn(http: HttpServer, place: Place): Promise<number> {
  return new Promise((resolve, reject) => {
    const fail = (cause: NodeJS.ErrnoException) =>
      reject(new AppError('config-invalid', advice(cause, place), { cause }));
    http.once('error', fail);
    http.listen(place.port, place.host, () => {
      http.off('error', fail);
      const address = http.address();
      resolve(typeof address === 'object' && address !== null ? address.port : place.port);
    });
  });
}

function advice({ code }: NodeJS.ErrnoException, { port, variables }: Place): string {
  switch (code) {
    case 'EADDRINUSE':
      return `${variables.port}: ${port} is in use by another program; stop that or choose another port.`;
    case 'EACCES':
      return `${variables.port}: ${port} may not be used by this account; choose one above 1023.`;
    default:
      return `${variables.host}: can’t be listened on; set it to an address of this machine.`;
  }
}
