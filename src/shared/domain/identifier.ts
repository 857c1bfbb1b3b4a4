import { z } from 'zod'

/**
 * Identifiers are UUIDv7 text, one brand a noun, so that a plan's id cannot be passed for a task's.
 * They are made in `main/services` only (the law knows neither clock nor chance).
 */
export const PlanId = z.uuid().brand<'PlanId'>()
export type PlanId = z.infer<typeof PlanId>
export const ProvisionId = z.uuid().brand<'ProvisionId'>()
export type ProvisionId = z.infer<typeof ProvisionId>
export const FootnoteId = z.uuid().brand<'FootnoteId'>()
export type FootnoteId = z.infer<typeof FootnoteId>
export const AppendixId = z.uuid().brand<'AppendixId'>()
export type AppendixId = z.infer<typeof AppendixId>
export const TaskId = z.uuid().brand<'TaskId'>()
export type TaskId = z.infer<typeof TaskId>
/** The wording of a task in one version of a plan: the row of the appendix. */
export const TaskWordingId = z.uuid().brand<'TaskWordingId'>()
export type TaskWordingId = z.infer<typeof TaskWordingId>
export const FieldId = z.uuid().brand<'FieldId'>()
export type FieldId = z.infer<typeof FieldId>
export const AgencyId = z.uuid().brand<'AgencyId'>()
export type AgencyId = z.infer<typeof AgencyId>
export const AgencyGroupId = z.uuid().brand<'AgencyGroupId'>()
export type AgencyGroupId = z.infer<typeof AgencyGroupId>
export const MemberId = z.uuid().brand<'MemberId'>()
export type MemberId = z.infer<typeof MemberId>
/** A registered document (văn bản): issued or received. */
export const DocumentRecordId = z.uuid().brand<'DocumentRecordId'>()
export type DocumentRecordId = z.infer<typeof DocumentRecordId>
/** A document that plans cite (văn bản viện dẫn). */
export const CitedDocumentId = z.uuid().brand<'CitedDocumentId'>()
export type CitedDocumentId = z.infer<typeof CitedDocumentId>
/** A frozen draft round (dự thảo lần n). */
export const DraftRoundId = z.uuid().brand<'DraftRoundId'>()
export type DraftRoundId = z.infer<typeof DraftRoundId>
/** A programme (chương trình, kế hoạch giai đoạn) and one of its goals (mục tiêu, chỉ tiêu). */
export const ProgrammeId = z.uuid().brand<'ProgrammeId'>()
export type ProgrammeId = z.infer<typeof ProgrammeId>
export const GoalId = z.uuid().brand<'GoalId'>()
export type GoalId = z.infer<typeof GoalId>
/** A skeleton of a plan kept by the office (khung kế hoạch), and a usual sentence (câu thường dùng). */
export const PlanTemplateId = z.uuid().brand<'PlanTemplateId'>()
export type PlanTemplateId = z.infer<typeof PlanTemplateId>
export const PhraseId = z.uuid().brand<'PhraseId'>()
export type PhraseId = z.infer<typeof PhraseId>
/** A hand-over (bàn giao), the same on both sides, and one pack that travels for it. */
export const HandOverId = z.uuid().brand<'HandOverId'>()
export type HandOverId = z.infer<typeof HandOverId>
export const PackId = z.uuid().brand<'PackId'>()
export type PackId = z.infer<typeof PackId>
export const ProfileId = z.uuid().brand<'ProfileId'>()
export type ProfileId = z.infer<typeof ProfileId>
/** One agency's share in a task (lượt phân công). */
export const AssignmentId = z.uuid().brand<'AssignmentId'>()
export type AssignmentId = z.infer<typeof AssignmentId>
export const ProgressId = z.uuid().brand<'ProgressId'>()
export type ProgressId = z.infer<typeof ProgressId>
export const ExtensionId = z.uuid().brand<'ExtensionId'>()
export type ExtensionId = z.infer<typeof ExtensionId>
export const EvidenceId = z.uuid().brand<'EvidenceId'>()
export type EvidenceId = z.infer<typeof EvidenceId>
/** A dated decision about a task after its issue (sự kiện của nhiệm vụ). */
export const TaskEventId = z.uuid().brand<'TaskEventId'>()
export type TaskEventId = z.infer<typeof TaskEventId>
/** A dated change of agencies (sắp xếp cơ quan): merged, split, renamed, dissolved. */
export const AgencyChangeId = z.uuid().brand<'AgencyChangeId'>()
export type AgencyChangeId = z.infer<typeof AgencyChangeId>
/** A form made for an agency to report by (phiếu cập nhật tiến độ). */
export const AgencyFormId = z.uuid().brand<'AgencyFormId'>()
export type AgencyFormId = z.infer<typeof AgencyFormId>
/** A view of the year's tasks under a name (khung nhìn đã lưu). */
export const SavedViewId = z.uuid().brand<'SavedViewId'>()
export type SavedViewId = z.infer<typeof SavedViewId>
/** A letter that urges agencies to do what they owe (công văn đôn đốc). */
export const UrgingLetterId = z.uuid().brand<'UrgingLetterId'>()
export type UrgingLetterId = z.infer<typeof UrgingLetterId>
export const ChangeId = z.uuid().brand<'ChangeId'>()
export type ChangeId = z.infer<typeof ChangeId>

/** A day in the office, `YYYY-MM-DD`. */
export const Day = z.iso.date()
export type Day = z.infer<typeof Day>
/** A moment, ISO UTC text. */
export const Moment = z.iso.datetime()
export type Moment = z.infer<typeof Moment>
/** SHA-256 of a stored file, 64 lower-case hexadecimal digits: its name in the content-addressed store. */
export const FileHash = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .brand<'FileHash'>()
export type FileHash = z.infer<typeof FileHash>
/** A file of the content-addressed store, under the name it came with. */
export const KeptFile = z.object({ hash: FileHash, name: z.string(), bytes: z.number().int().nonnegative() })
/** Optimistic version of an editable row, from 1. */
export const Version = z.number().int().positive()
/** Order key of `fractional-indexing`: compared byte by byte. */
export const OrderKey = z.string().min(1)
