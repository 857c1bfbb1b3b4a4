import { fold } from '../language/fold.ts'
import type { AgencyKind } from './agency.ts'

/**
 * What kind of body a name says, by the words that such names begin with everywhere in the country (longest first); null when it says
 * nothing. Names of one province are in no rule.
 */
export function guessAgencyKind(name: string): AgencyKind | null {
  const words = fold(name)
    .replace(/^uy ban nhan dan\b/, 'ubnd')
    .replace(/^vp\b/, 'van phong')
  return RULES.find(([pattern]) => pattern.test(words))?.[1] ?? null
}

const RULES: readonly (readonly [RegExp, AgencyKind])[] = [
  [/^ubnd (tinh|thanh pho truc thuoc)\b/, 'provincial-committee'],
  [/^ubnd (xa|phuong|thi tran|dac khu)\b/, 'commune-committee'],
  [/^ubnd (huyen|quan|thi xa|thanh pho|tp)\b/, 'district-committee'],
  [/^(cong )?thong tin dien tu\b|^cong ttdt\b|^(bao|dai|tap chi)\b/, 'media'],
  [/^so\b/, 'department'],
  [/^(van phong (ubnd|hdnd|doan dbqh)|thanh tra tinh|ban dan toc|ban quan ly)\b/, 'provincial-office'],
  [/^(tinh uy|thanh uy|huyen uy|dang uy|ban (to chuc|tuyen giao|noi chinh|dan van)|uy ban kiem tra)\b/, 'party'],
  [/^(uy ban (mttq|mat tran)|mat tran|lien doan lao dong|tinh doan|hoi (nong dan|lien hiep|cuu chien binh|phu nu))\b/, 'front'],
  [/^(bo|thanh tra chinh phu|van phong chinh phu)\b/, 'central'],
  [
    /^(cong an|bo chi huy|cuc|chi cuc|kho bac|bao hiem xa hoi|bhxh|toa an|vien kiem sat|thue|hai quan|thong ke|buu dien|ngan hang)\b/,
    'central-local',
  ],
  [/^(truong|trung tam|benh vien|vien|ban quan ly du an)\b/, 'public-unit'],
]
