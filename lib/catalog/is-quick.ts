/** Whether nothing has to be asked before it is ordered: no address, or a test purchase, of which the gateway asks it. */
export const isQuick = ({ virtual, category }: { virtual: boolean; category: string }) =>
  virtual || category === 'test'
