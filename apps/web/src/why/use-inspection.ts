import { useEffect, useMemo, useState } from "react";
import type { Setting, World } from "../contract.ts";
import { Inspector, runOf } from "./inspect/inspector.ts";
import type { ParameterSpread, Trajectory } from "./inspect/messages.ts";

/** Enough members for a steady median and 80 % band, few enough to answer within a second or two. */
export const INSPECTED_MEMBERS = 256;

export interface Inspection {
  /** By scalar name; empty while they are computed. */
  readonly trajectories: ReadonlyMap<string, Trajectory>;
  readonly parameters: ReadonlyMap<string, ParameterSpread>;
  readonly working: boolean;
  readonly problem: string | undefined;
}

/** The inspector of a component, ended with it. */
export function useInspector(): Inspector {
  const inspector = useMemo(() => new Inspector(), []);
  useEffect(() => () => inspector.close(), [inspector]);
  return inspector;
}

/** Courses of scalars under a setting, and the spreads of all parameters; worked out anew when either changes. */
export function useInspection(
  inspector: Inspector,
  world: World,
  setting: Setting,
  quantities: readonly string[],
): Inspection {
  const [found, setFound] = useState<Inspection>({
    trajectories: new Map(),
    parameters: new Map(),
    working: true,
    problem: undefined,
  });
  const run = useRun(world, setting);
  const asked = quantities.join(" ");
  useEffect(() => {
    let wanted = true;
    setFound((before) => ({ ...before, working: true, problem: undefined }));
    const ask = async () => {
      const names = asked === "" ? [] : asked.split(" ");
      const [trajectories, parameters] = await Promise.all([
        names.length === 0 ? [] : inspector.trajectories(run, names, INSPECTED_MEMBERS),
        inspector.parameters(run),
      ]);
      if (!wanted) return;
      setFound({
        trajectories: new Map(trajectories.map((one) => [one.name, one])),
        parameters: new Map(parameters.map((one) => [one.name, one])),
        working: false,
        problem: undefined,
      });
    };
    ask().catch((problem: unknown) => {
      if (wanted)
        setFound((before) => ({
          ...before,
          working: false,
          problem: problem instanceof Error ? problem.message : String(problem),
        }));
    });
    return () => {
      wanted = false;
    };
  }, [inspector, run, asked]);
  return found;
}

/** The run of a setting; the same object as long as nothing that decides its numbers changes. */
function useRun(world: World, setting: Setting) {
  const { asOf, model, scenario, levers, horizonWeeks, seed } = setting;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is looked at does not change a run
  return useMemo(
    () => runOf(world, setting, document.baseURI),
    [world, asOf, model, scenario, levers, horizonWeeks, seed],
  );
}
