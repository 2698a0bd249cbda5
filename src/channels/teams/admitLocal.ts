import { type Admit, refused } from './admission.ts';
import { isLoopbackAddress } from './isLoopbackAddress.ts';
import { onThisMachine } from './onThisMachine.ts';

/**
 * For development, without a registration: admits whoever runs on this machine and is answered on this machine.
 * A proxy on this machine would make the whole world local, hence no forwarded request.
 */
export const admitLocal: Admit = async (request, activity) => {
  if (request.forwarded || !isLoopbackAddress(request.remoteAddress)) return refused(403, 'caller-not-local');
  if (!onThisMachine(activity.serviceUrl ?? '')) return refused(403, 'service-url-not-allowed');
  return { kind: 'admitted' };
};
