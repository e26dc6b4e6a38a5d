package broken.segments;

import org.springframework.batch.core.step.Step;

interface SegmentsStep extends Step {}
