import { everyone, guides, students } from "../groups.ts";
import type { Row } from "../row.ts";

const version = { kind: "text", stage: "draft", body: "At 3 pm every site looks healthy." };
const onPiece: Row["asks"] = (_, { workSampleId }) => ({ params: { workSampleId } });

/** Work and reflections; the piece is one she shared with those who guide her and handed in to her class. */
export const workRows: Row[] = [
  {
    route: "GET /api/students/:studentId/work-samples",
    may: [...students, ...guides],
    asks: (_, { studentId }) => ({ params: { studentId } }),
  },
  {
    route: "POST /api/work-samples",
    may: [...students, "classmate"],
    asks: () => ({
      body: {
        title: "The creek at night",
        subject: "science",
        madeOn: "2026-10-22",
        asked: "",
        sharedWithAdviser: false,
        language: "en",
        version,
      },
    }),
  },
  {
    route: "GET /api/work-samples/:workSampleId",
    may: [...students, ...guides, "subject teacher"],
    asks: onPiece,
  },
  {
    route: "PATCH /api/work-samples/:workSampleId",
    may: students,
    asks: (_, { workSampleId }) => ({
      params: { workSampleId },
      body: { field: "asked", base: "", value: "Measure it more than once." },
    }),
  },
  { route: "DELETE /api/work-samples/:workSampleId", may: students, asks: onPiece },
  {
    route: "POST /api/work-samples/:workSampleId/versions",
    may: students,
    asks: (_, { workSampleId }) => ({ params: { workSampleId }, body: version }),
  },
  {
    route: "PUT /api/work-samples/:workSampleId/reflections/:prompt",
    may: students,
    asks: (_, { workSampleId }) => ({
      params: { workSampleId, prompt: "proof" },
      body: { base: "", answer: "The line between 3 pm and 5 am.", language: "en" },
    }),
  },
  { route: "GET /api/prompts", may: everyone },
  {
    route: "GET /api/work-samples/:workSampleId/feedback",
    may: [...students, ...guides, "subject teacher"],
    asks: onPiece,
    shows: { text: "Secret of the feedback", to: [...students, ...guides, "subject teacher"] },
  },
  {
    route: "POST /api/work-samples/:workSampleId/feedback",
    may: [...guides, "subject teacher"],
    asks: (_, { workSampleId }) => ({
      params: { workSampleId },
      body: { words: "Show me the line between 3 pm and 5 am.", language: "en" },
    }),
  },
  { route: "PUT /api/work-samples/:workSampleId/feedback/seen", may: students, asks: onPiece },
  {
    route: "PATCH /api/feedback/:feedbackId",
    may: ["adviser"],
    asks: (_, { feedbackId }) => ({
      params: { feedbackId },
      body: { base: "Secret of the feedback", value: "Say more about the night.", language: "en" },
    }),
  },
  {
    route: "DELETE /api/feedback/:feedbackId",
    may: ["adviser"],
    asks: (_, { feedbackId }) => ({ params: { feedbackId } }),
  },
];
