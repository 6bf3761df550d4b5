import { useSyncExternalStore } from 'react'

const never = () => () => {}

/** Whether scripts run: false in the HTML of the server, true once React has taken the page over. */
export const useScripts = () =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
