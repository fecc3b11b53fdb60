import { advisers, guides, readers, students } from "../groups.ts";
import type { Row } from "../row.ts";

/** Where a stage says it is. */
const told = {
  run: "1".repeat(32),
  begins: true,
  isLeft: false,
  done: 0,
  place: {
    slide: "welcome",
    next: "close",
    page: 1,
    isBlack: false,
    isOver: false,
    taken: [{ part: "welcome", seconds: 12.5 }],
  },
};

/** The portfolio before, and what was presented after. */
export const portfolioRows: Row[] = [
  {
    route: "GET /api/students/:studentId/portfolio",
    may: [...students, ...guides],
    asks: (_, { studentId }) => ({ params: { studentId } }),
  },
  {
    route: "POST /api/portfolios/:portfolioId/items",
    may: students,
    asks: (_, { portfolioId, sparePieceId }) => ({
      params: { portfolioId },
      body: { workSampleId: sparePieceId, section: "growth", after: null, privateNote: "" },
    }),
  },
  {
    route: "PUT /api/portfolios/:portfolioId/stage-choices",
    may: students,
    asks: (_, { portfolioId, agreedGoalId }) => ({
      params: { portfolioId },
      body: { thing: `goal ${agreedGoalId}`, isOnStage: false },
    }),
  },
  {
    route: "POST /api/portfolios/:portfolioId/stage-order",
    may: students,
    asks: (_, { portfolioId, agreedGoalId }) => ({
      params: { portfolioId },
      body: { thing: `goal ${agreedGoalId}`, after: null },
    }),
  },
  {
    route: "PUT /api/portfolios/:portfolioId/stage-place",
    may: students,
    asks: (_, { portfolioId }) => ({ params: { portfolioId }, body: told }),
  },
  {
    route: "POST /api/portfolios/:portfolioId/stage-place/follow",
    may: students,
    asks: (_, { portfolioId }) => ({ params: { portfolioId }, body: { step: null } }),
  },
  {
    route: "PUT /api/conferences/:conferenceId/stage-place",
    may: [...students, ...advisers],
    asks: (_, { liveConferenceId }) => ({ params: { conferenceId: liveConferenceId }, body: told }),
  },
  {
    route: "POST /api/conferences/:conferenceId/stage-place/follow",
    may: students,
    asks: (_, { liveConferenceId }) => ({
      params: { conferenceId: liveConferenceId },
      body: { step: "on" },
    }),
  },
  {
    route: "POST /api/portfolios/:portfolioId/sections",
    may: students,
    asks: (_, { portfolioId }) => ({
      params: { portfolioId },
      body: { name: "What I build at home", after: null },
    }),
  },
  {
    route: "PATCH /api/portfolio-sections/:sectionId",
    may: students,
    asks: (_, { ownSectionId }) => ({
      params: { sectionId: ownSectionId },
      body: { field: "name", base: "What I build", value: "What I build at home" },
    }),
  },
  {
    route: "POST /api/portfolio-sections/:sectionId/move",
    may: students,
    asks: (_, { ownSectionId }) => ({ params: { sectionId: ownSectionId }, body: { after: "skill" } }),
  },
  {
    route: "DELETE /api/portfolio-sections/:sectionId",
    may: students,
    asks: (_, { ownSectionId }) => ({ params: { sectionId: ownSectionId } }),
  },
  {
    route: "PATCH /api/portfolio-items/:itemId",
    may: students,
    asks: (_, { portfolioItemId }) => ({
      params: { itemId: portfolioItemId },
      body: { field: "privateNote", base: "Secret of the private note", value: "Say it slowly" },
    }),
  },
  {
    route: "POST /api/portfolio-items/:itemId/move",
    may: students,
    asks: (_, { portfolioItemId }) => ({
      params: { itemId: portfolioItemId },
      body: { section: "growth", after: null },
    }),
  },
  {
    route: "DELETE /api/portfolio-items/:itemId",
    may: students,
    asks: (_, { portfolioItemId }) => ({ params: { itemId: portfolioItemId } }),
  },
  {
    route: "GET /api/portfolios/:portfolioId/preview",
    may: students,
    asks: (_, { portfolioId }) => ({ params: { portfolioId } }),
  },
  {
    route: "GET /api/portfolios/:portfolioId/rehearsal",
    may: students,
    asks: (_, { portfolioId }) => ({ params: { portfolioId } }),
  },
  {
    route: "GET /api/conferences/:conferenceId/stage",
    may: [...students, ...advisers],
    asks: (_, { conferenceId }) => ({ params: { conferenceId } }),
  },
  {
    route: "POST /api/conferences/:conferenceId/presentations",
    may: [...students, ...advisers],
    asks: (_, { conferenceId }) => ({ params: { conferenceId }, body: { withNumbers: true } }),
  },
  {
    route: "GET /api/presentations/:presentationId",
    may: [...readers, "mentor", "minor mentor"],
    asks: (_, { presentationId }) => ({ params: { presentationId } }),
  },
  {
    route: "GET /api/conferences/:conferenceId/presentations",
    may: readers,
    shows: { text: "startedAt", to: readers },
    asks: (_, { heldConferenceId }) => ({ params: { conferenceId: heldConferenceId } }),
  },
  {
    route: "POST /api/presentation-items/:itemId/withdraw",
    may: [...advisers, "school administrator"],
    asks: (_, { shownItemId }) => ({
      params: { itemId: shownItemId },
      body: { because: "A classmate can be recognized in it" },
    }),
  },
  {
    route: "POST /api/presentation-items/:itemId/restore",
    may: [...advisers, "school administrator"],
    asks: (_, { hiddenItemId }) => ({
      params: { itemId: hiddenItemId },
      body: { because: "The classmate said yes" },
    }),
  },
  {
    route: "POST /api/presentations/:presentationId/withdraw",
    may: [...advisers, "school administrator"],
    asks: (_, { presentationId }) => ({
      params: { presentationId },
      body: { because: "It was the wrong portfolio" },
    }),
  },
  {
    route: "POST /api/presentations/:presentationId/restore",
    may: [...advisers, "school administrator"],
    asks: (_, { hiddenPresentationId }) => ({
      params: { presentationId: hiddenPresentationId },
      body: { because: "It was the right one after all" },
    }),
  },
  {
    route: "POST /api/presentations/:presentationId/items",
    may: [...students, ...advisers],
    asks: (_, { openPresentationId, sparePieceId }) => ({
      params: { presentationId: openPresentationId },
      body: { workSampleId: sparePieceId, segment: "proud" },
    }),
  },
  {
    route: "POST /api/presentations/:presentationId/end",
    may: [...students, ...advisers],
    asks: (_, { openPresentationId }) => ({ params: { presentationId: openPresentationId } }),
  },
  {
    route: "POST /api/presentations/:presentationId/undo",
    may: [...students, ...advisers],
    asks: (_, { openPresentationId }) => ({ params: { presentationId: openPresentationId } }),
  },
];
