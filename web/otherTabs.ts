/** What the tabs of this page in one browser tell each other. */
export interface OtherTabs {
  /** This tab has opened another conversation, for all of them. */
  tell(): void;
  /** Called when another tab has. */
  listen(onSwitch: () => void): void;
}

/** Reaches the other tabs of this page. */
export function otherTabs(): OtherTabs {
  const channel = new BroadcastChannel('unstuck');
  return {
    tell: () => channel.postMessage('switched'),
    listen(onSwitch) {
      channel.onmessage = () => onSwitch();
    },
  };
}
