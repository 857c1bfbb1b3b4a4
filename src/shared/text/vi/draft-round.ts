/** Words of draft rounds. */
export const draftRoundText = {
  name: (ordinal: number): string => `Dự thảo lần ${ordinal}`,
} as const
