/** Part of every run's identity: raised whenever a change may move any bit of a result. */
export const KERNEL_VERSION = 2;
