import { dictionary } from '@/lib/dictionary'

export const learnWords = dictionary({
  zh: {
    learn: '教程',
    title: '边做边学：接入支付宝',
    lead: '十二章，讲的是两份老文档：《担保交易接口集成教程》和《支付宝接口 FAQ》。代码是本店正在运行的代码，每一步都能当场做一遍。换一种语言、换一家支付，道理是一样的。',
    chapter: (number: number) => `第 ${number} 章`,
    minutes: (minutes: string) => `约 ${minutes} 分钟`,
    more: '另外几页',
    tools: '手边的工具',
    sign: '签名工作台',
    signLead: '贴一段参数，看它怎样一步步变成签名。什么都不会发出去。',
    errors: '错误代码',
    errorsLead: '网关的错误代码、通知记录里的诊断：为什么，怎么办，怎样在这里引出来。',
    contents: '本页内容',
    chapters: '所有章节',
    previous: '上一章',
    next: '下一章',
    covers: '原文在哪里讲',
    coversLead: '编号见 docs/spec.md：T 是教程的章节，F 是 FAQ 的条目，O 是开放平台。',
    lines: (from: string, to: string) => (from === to ? `第 ${from} 行` : `第 ${from}–${to} 行`),
    mistake: '常见的错',
    answer: '看答案',
    doIt: '动手',
    play: '演一遍',
    playing: '正在演……',
    plays:
      '按下去，本店真下一单 0.01 元，由程序替您走完下面的步骤，最后停在这一单的页面：状态、通知记录和协议往来都在那里。',
    inTerminal: '在终端里也一样：',
    byHand: '在终端里做，要有 sh、curl 和 openssl：',
    noSandbox: '这家店连的不是沙箱，所以这里不能动手。用 npm start 在自己的电脑上开一家店，就可以。',
    otherInterface: (isOpen: boolean): string =>
      isOpen
        ? '这一步演的是旧接口（担保交易），这家店现在接的是开放平台。去掉 ALIPAY_APP_ID 重启，就可以演。'
        : '这一步演的是开放平台，这家店现在接的是旧接口。设上 ALIPAY_APP_ID 重启，就可以演。',
    openSign: '在签名工作台里打开',
    scripts: '签名工作台要用到浏览器的脚本。别的页面都不用。',
  },
  en: {
    learn: 'Learn',
    title: 'Learn the integration by doing it',
    lead: 'Twelve chapters about two old papers, the integration tutorial of the escrow interface and the Alipay FAQ. The code is the code that this shop runs, and every step can be done on the spot. In another language, or with another payment provider, the lessons are the same.',
    chapter: (number) => `Chapter ${number}`,
    minutes: (minutes) => `about ${minutes} minutes`,
    more: 'More pages',
    tools: 'Tools at hand',
    sign: 'Signature workbench',
    signLead: 'Paste parameters and watch them become a signature, step by step. Nothing is sent.',
    errors: 'Error codes',
    errorsLead:
      'The gateway’s error codes and the diagnoses of the message log: why, what to do, and how to provoke them here.',
    contents: 'On this page',
    chapters: 'All chapters',
    previous: 'Previous chapter',
    next: 'Next chapter',
    covers: 'Where the papers say it',
    coversLead:
      'The ids are those of docs/spec.md: T is a section of the tutorial, F an item of the FAQ, O the open platform.',
    lines: (from, to) => (from === to ? `line ${from}` : `lines ${from}–${to}`),
    mistake: 'A usual mistake',
    answer: 'Show the answer',
    doIt: 'Do it',
    play: 'Play it',
    playing: 'Playing ...',
    plays:
      'Press it, and the shop takes a real order of 0.01 yuan; a program does the steps below for you and stops at the page of that order, with its state, its messages and its trace.',
    inTerminal: 'The same in a terminal:',
    byHand: 'In a terminal with sh, curl and openssl:',
    noSandbox:
      'The gateway of this shop is not the sandbox, so there is nothing to be done here. Start a shop of your own with npm start.',
    otherInterface: (isOpen) =>
      isOpen
        ? 'This step is of the old interface (escrow), and the shop is paid through the open platform. Restart it without ALIPAY_APP_ID to play it.'
        : 'This step is of the open platform, and the shop is paid through the old interface. Restart it with ALIPAY_APP_ID to play it.',
    openSign: 'Open in the workbench',
    scripts: 'The workbench needs the browser’s scripts. No other page does.',
  },
})
