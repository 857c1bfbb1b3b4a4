import { writeDay } from '../language/day.ts'
import { compareTexts } from './comparison-tree.ts'
import { FormPlace, type ComparedItem } from './comparison.ts'
import type { Plan } from './plan.ts'

/** The words of each place of a paper's form. Lists are a line an entry. */
function formWords(plan: Plan): Readonly<Record<FormPlace, string>> {
  const { letterhead, signature } = plan
  return {
    'year': String(plan.year),
    'legal-form': plan.legalForm,
    'superior': letterhead.superior.join('\n'),
    'issuer': letterhead.issuer.join('\n'),
    'number': plan.number === null ? plan.symbol : `${plan.number}/${plan.symbol}`,
    'place': letterhead.place,
    'issued-on': plan.issuedOn === null ? '' : writeDay(plan.issuedOn),
    'subject': plan.subject,
    'recipients': plan.recipients.join('\n'),
    'signature-authority': signature.authority.join('\n'),
    'signature-title': signature.title,
    'signature-name': signature.name,
  }
}

/** Compares the forms of two papers place by place; places that are empty on both sides are left out. */
export function compareForm(before: Plan, after: Plan): readonly ComparedItem[] {
  const old = formWords(before)
  const now = formWords(after)
  const place = { id: '', label: '', address: '', kind: null }
  return FormPlace.options.flatMap((form): readonly ComparedItem[] => {
    if (old[form] === '' && now[form] === '') return []
    return [
      {
        key: form,
        part: 'form',
        noun: 'form',
        form,
        before: place,
        after: place,
        ...compareTexts(old[form], now[form]),
        moved: null,
        relevelled: false,
        leftBehind: false,
        depth: 0,
        cells: [],
      },
    ]
  })
}
