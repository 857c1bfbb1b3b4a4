import { appendixRules } from './appendix-rules.ts'
import { bodyRules } from './body-rules.ts'
import { footRules } from './foot-rules.ts'
import { headRules } from './head-rules.ts'
import { pageRules } from './page-rules.ts'

/** Nghị định 30/2020/NĐ-CP as data: what builders obey and the checker judges by. Another version of the law is another such value. */
export const decree = { page: pageRules, head: headRules, body: bodyRules, foot: footRules, appendix: appendixRules }
