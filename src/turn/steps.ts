/** Named places in a turn, at which a soak run can end the process; the product does nothing there. */
export type TurnStep = 'turn-loaded' | 'turn-before-commit' | 'turn-committed' | 'turn-sent';

/** Called at each place. */
export type AtTurnStep = (step: TurnStep) => void;
