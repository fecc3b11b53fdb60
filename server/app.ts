import compress from "@fastify/compress";
import cookie from "@fastify/cookie";
import Fastify, { type FastifyInstance } from "fastify";
import { AccessLog } from "#server/access/access-log.ts";
import { guardRoutes } from "#server/access/route-guard.ts";
import { auditRoutes } from "#server/audit/audit.routes.ts";
import { addendumRoutes } from "#server/addenda/addendum.routes.ts";
import type { Db } from "#server/database/connect.ts";
import { fileRoutes } from "#server/files/file.routes.ts";
import type { Storage } from "#server/files/storage/storage.ts";
import { goalRoutes } from "#server/goals/goal.routes.ts";
import { answerProblems, answerUnreadable } from "#server/http/answer-problems.ts";
import { schemaController } from "#server/http/compile-schemas.ts";
import { healthRoutes } from "#server/http/health.routes.ts";
import { describeApi } from "#server/http/openapi.ts";
import { servePages } from "#server/http/pages.ts";
import { refuseBrokenText } from "#server/http/refuse-broken-text.ts";
import { requestLog } from "#server/http/request-log.ts";
import { requireSameOrigin } from "#server/http/same-origin.ts";
import { sendSecurityHeaders } from "#server/http/security-headers.ts";
import { interventionRoutes } from "#server/interventions/intervention.routes.ts";
import { portfolioRoutes } from "#server/portfolios/portfolio.routes.ts";
import { followingRoutes } from "#server/portfolios/following/following.routes.ts";
import { sectionRoutes } from "#server/portfolios/sections/section.routes.ts";
import { withdrawalRoutes } from "#server/portfolios/withdrawals/withdrawal.routes.ts";
import { presentationRoutes } from "#server/portfolios/presentations/presentation.routes.ts";
import { rehearsalRoutes } from "#server/rehearsals/rehearsal.routes.ts";
import { teacherQuestionRoutes } from "#server/teacher-questions/teacher-question.routes.ts";
import { translationRoutes } from "#server/records/translating/translation.routes.ts";
import { erasureRoutes } from "#server/records/erasing/erasure.routes.ts";
import { bundleRoutes } from "#server/records/bundles/bundle.routes.ts";
import { copyRoutes } from "#server/records/copies/copy.routes.ts";
import { planFactsRoutes } from "#server/records/plan-facts/plan-facts.routes.ts";
import { recordRoutes } from "#server/records/record.routes.ts";
import { feedbackRoutes } from "#server/feedback/feedback.routes.ts";
import { reflectionRoutes } from "#server/reflections/reflection.routes.ts";
import { resultRoutes } from "#server/assessments/result.routes.ts";
import { consentRoutes } from "#server/consents/consent.routes.ts";
import { correspondenceRoutes } from "#server/correspondence/correspondence.routes.ts";
import { conferenceRoutes } from "#server/conferences/conference.routes.ts";
import { diaryRoutes } from "#server/diaries/diary.routes.ts";
import { participantRoutes } from "#server/participants/participant.routes.ts";
import { groupRoutes } from "#server/people/advisories/group.routes.ts";
import { interpreterRoutes } from "#server/interpreters/interpreter.routes.ts";
import { guardianRoutes } from "#server/people/guardians/guardian.routes.ts";
import { staffRoutes } from "#server/people/staff/staff.routes.ts";
import { rollRoutes } from "#server/people/students/roll.routes.ts";
import { studentRoutes } from "#server/people/student.routes.ts";
import { readinessRoutes } from "#server/readiness/readiness.routes.ts";
import { scheduleRoutes } from "#server/schedules/schedule.routes.ts";
import { schoolFileRoutes } from "#server/schools/school-file.routes.ts";
import { schoolRoutes } from "#server/schools/school.routes.ts";
import { seasonRoutes } from "#server/seasons/season.routes.ts";
import { questionnaireRoutes } from "#server/questionnaires/questionnaire.routes.ts";
import { reviewRoutes } from "#server/reviews/review.routes.ts";
import { preparationRoutes } from "#server/preparation/preparation.routes.ts";
import { statementRoutes } from "#server/statements/statement.routes.ts";
import type { RecordSigner } from "#server/secrets/sign-records.ts";
import { uploadRoutes } from "#server/uploads/upload.routes.ts";
import { signInRoutes } from "#server/sign-in/sign-in.routes.ts";
import { numberRoutes } from "#server/numbers/numbers.routes.ts";
import { transcriptRoutes } from "#server/transcripts/transcript.routes.ts";
import { workSampleRoutes } from "#server/work-samples/work-sample.routes.ts";
import { followUpRoutes } from "#server/follow-up/follow-up.routes.ts";
import { goalThreadRoutes } from "#server/goals/thread/thread.routes.ts";
import { mentorRoutes } from "#server/mentors/mentor.routes.ts";
import { mentoringRoutes } from "#server/mentoring/mentoring.routes.ts";
import { mentorDoorRoutes } from "#server/sign-in/mentor-door.routes.ts";
import { careRoutes } from "#server/files/care/care.routes.ts";
import type { Scanner } from "#server/files/scanning/scanner.ts";
import { atHomeRoutes } from "#server/at-home/at-home.routes.ts";
import { phraseRoutes } from "#server/phrases/phrase.routes.ts";
import { recordTemplateRoutes } from "#server/record-templates/record-template.routes.ts";
import { schoolFormRoutes } from "#server/school-forms/school-form.routes.ts";
import { outboxRoutes } from "#server/messages/outbox.routes.ts";
import type { LogLevel } from "./config.ts";

/** What the features need from outside, handed in so that tests may hand in their own. */
export interface Surroundings {
  readonly db: Db;
  readonly files: Storage;
  /** Looks at files before anyone else may open them; null where the school has none. */
  readonly scanner: Scanner | null;
  readonly signer: RecordSigner;
  readonly now: () => Date;
  readonly baseUrl: string;
  readonly trustProxy: boolean;
  readonly logLevel: LogLevel;
}

/** Puts the application together. */
export async function buildApp(surroundings: Surroundings): Promise<FastifyInstance> {
  const app: FastifyInstance = Fastify({
    logger: requestLog(surroundings.logLevel),
    trustProxy: surroundings.trustProxy,
    bodyLimit: 1_048_576,
    ajv: { customOptions: { coerceTypes: false, removeAdditional: false, useDefaults: false } },
    genReqId: () => crypto.randomUUID(),
    frameworkErrors: answerUnreadable,
    schemaController,
  });
  answerProblems(app);
  requireSameOrigin(app);
  await sendSecurityHeaders(app, { https: surroundings.baseUrl.startsWith("https:") });
  await app.register(cookie);
  await app.register(compress, { threshold: 1024 });
  await app.register((api) => registerFeatures(api, surroundings), { prefix: "/api" });
  await servePages(app, surroundings);
  return app;
}

/** The features, in reading order; every route among them needs an access rule. */
async function registerFeatures(
  api: FastifyInstance,
  { db, files, scanner, signer, now, baseUrl }: Surroundings,
): Promise<void> {
  const accessLog = new AccessLog(db);
  api.addHook("onClose", () => accessLog.close());
  guardRoutes(api, { db, now, accessLog });
  refuseBrokenText(api);
  await describeApi(api);
  await api.register(healthRoutes, { db });
  await api.register(signInRoutes, { db, now, secureCookies: baseUrl.startsWith("https:") });
  await api.register(mentorDoorRoutes, { db, now, secureCookies: baseUrl.startsWith("https:") });
  await api.register(schoolRoutes, { db });
  await api.register(seasonRoutes, { db });
  await api.register(studentRoutes, { db });
  await api.register(schoolFileRoutes, { db });
  await api.register(rollRoutes, { db });
  await api.register(staffRoutes, { db });
  await api.register(interpreterRoutes, { db });
  await api.register(groupRoutes, { db });
  await api.register(guardianRoutes, { db });
  await api.register(auditRoutes, { db });
  const isScanned = scanner !== null;
  await api.register(fileRoutes, { db, files, isScanned });
  await api.register(uploadRoutes, { db, files, isScanned });
  await api.register(careRoutes, { db, files, isScanned });
  await api.register(workSampleRoutes, { db });
  await api.register(reflectionRoutes, { db });
  await api.register(feedbackRoutes, { db });
  await api.register(goalRoutes, { db });
  await api.register(statementRoutes, { db });
  await api.register(preparationRoutes, { db });
  await api.register(goalThreadRoutes, { db });
  await api.register(resultRoutes, { db });
  await api.register(transcriptRoutes, { db });
  await api.register(numberRoutes, { db, accessLog });
  await api.register(conferenceRoutes, { db });
  await api.register(participantRoutes, { db });
  await api.register(scheduleRoutes, { db });
  await api.register(diaryRoutes, { db, baseUrl });
  await api.register(readinessRoutes, { db });
  await api.register(questionnaireRoutes, { db });
  await api.register(correspondenceRoutes, { db });
  await api.register(consentRoutes, { db });
  await api.register(reviewRoutes, { db });
  await api.register(portfolioRoutes, { db });
  await api.register(sectionRoutes, { db });
  await api.register(presentationRoutes, { db });
  await api.register(followingRoutes, { db });
  await api.register(withdrawalRoutes, { db });
  await api.register(rehearsalRoutes, { db });
  await api.register(recordRoutes, { db, signer, baseUrl });
  await api.register(phraseRoutes, { db });
  await api.register(atHomeRoutes, { db });
  await api.register(copyRoutes, { db });
  await api.register(bundleRoutes, { db, files });
  await api.register(erasureRoutes, { db, files });
  await api.register(translationRoutes, { db });
  await api.register(teacherQuestionRoutes, { db });
  await api.register(schoolFormRoutes, { db, files });
  await api.register(recordTemplateRoutes, { db });
  await api.register(planFactsRoutes, { db, accessLog });
  await api.register(interventionRoutes, { db });
  await api.register(followUpRoutes, { db });
  await api.register(mentorRoutes, { db });
  await api.register(mentoringRoutes, { db });
  await api.register(addendumRoutes, { db });
  await api.register(outboxRoutes, { db });
}
