/** ms of processor time that some work takes: unlike the clock's, they do not grow when the machine is busy with something else. */
export async function cpuMs(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}
