'use client'

import './globals.css'
import ErrorPage from './error'

/** An error of the root layout itself, which is not there then: in the language of most visitors. */
const GlobalError = () => (
  <html lang="zh-CN">
    <body>
      <ErrorPage />
    </body>
  </html>
)
export default GlobalError
