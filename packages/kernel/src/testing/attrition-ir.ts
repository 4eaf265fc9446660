import type { Ir } from "@logjam/lang";
import { IrBuilder, type Value } from "./ir-builder.ts";

/**
 * The benchmark model: an invented war of attrition between two sides in eight sectors, 593 scalar equations, in the
 * order of its published listing (see bench/README.md). Inputs: aid level, mobilisation of A and of B, growth of drone
 * technology, offensive intensity. Eight outputs.
 *
 * @param noisy one standard normal for each of 48 streams multiplies a weekly flow: (1 + 0.05 z).
 */
export function attritionIr(noisy = false): Ir {
  const b = new IrBuilder();
  const n = (value: number): Value => b.num(value);
  const sides = [0, 1] as const;
  const sectors = [0, 1, 2, 3, 4, 5, 6, 7] as const;
  const bySide = (build: (side: 0 | 1) => Value): Value[] => sides.map((s) => build(s));
  const byBoth = (build: (side: 0 | 1, sector: number) => Value): Value[][] =>
    sides.map((s) => sectors.map((k) => build(s, k)));
  const enemy = (s: 0 | 1): 0 | 1 => (s === 0 ? 1 : 0);

  const aidLevel = b.parameter("Aid Level");
  const mobilisation = [b.parameter("Mobilisation A"), b.parameter("Mobilisation B")];
  const techGrowth = b.parameter("Drone Tech Growth");
  const intensity = b.parameter("Offensive Intensity");
  const time = b.step();
  const noise = (kind: string, s: number, k: number, flow: Value): Value =>
    noisy ? b.mul(flow, b.add(n(1), b.mul(n(0.05), b.draw(kind, s * 8 + k, "normal")))) : flow;

  const stock = (name: string, initial: number): Value => b.state(name, initial);
  const sideStock = (name: string, initial: readonly [number, number]): Value[] =>
    bySide((s) => stock(`${name}[${"AB"[s]}]`, initial[s]));
  const bothStock = (name: string, initial: readonly (readonly number[])[]): Value[][] =>
    byBoth((s, k) => stock(`${name}[${"AB"[s]},S${k + 1}]`, initial[s]![k]!));
  const same = (value: number): number[][] => sides.map(() => sectors.map(() => value));

  const pool = sideStock("Pool", [8000, 3500]);
  const trainees = sideStock("Trainees", [20, 20]);
  const reserve = sideStock("Reserve", [30, 30]);
  const wounded = sideStock("Wounded", [10, 10]);
  const ammo = sideStock("Ammo", [3000, 900]);
  const ammoCapacity = sideStock("Ammo Capacity", [60, 12]);
  const droneCapacity = sideStock("Drone Capacity", [3, 3.2]);
  const morale = sideStock("Morale", [0.9, 0.9]);
  const economy = sideStock("Economy", [1, 1]);
  const cumulative = sideStock("Cumulative Losses", [0, 0]);
  const recent = sideStock("Recent Loss Fraction", [0, 0]);
  const initialTroops = TROOPS;
  const troops = bothStock("Troops", initialTroops);
  const armour = bothStock("Armour", ARMOUR);
  const guns = bothStock("Guns", GUNS);
  const drones = bothStock("Drones", DRONES);
  const fort = bothStock("Fort", same(1));
  const fatigue = bothStock("Fatigue", same(0.2));
  const supply = bothStock("Supply", same(0.9));
  const front = sectors.map((k) => stock(`Front Position[S${k + 1}]`, 0));

  const schedule = b.lookup(time, [
    [0, 0.6],
    [20, 0.9],
    [52, 1.2],
    [80, 0.8],
    [104, 1],
    [156, 0.9],
  ]);
  const aid = [n(1), b.mul(aidLevel, schedule)];
  const droneTech = b.min(n(3), b.unary("exp", b.mul(techGrowth, time)));
  const moraleEffect = bySide((s) =>
    b.lookup(morale[s]!, [
      [0, 0.3],
      [0.5, 0.7],
      [0.8, 0.95],
      [1, 1],
    ]),
  );
  const quality = byBoth((s, k) => b.mul(moraleEffect[s]!, b.sub(n(1), fatigue[s]![k]!), supply[s]![k]!));
  const protection = byBoth((s, k) =>
    b.lookup(fort[s]![k]!, [
      [0, 1],
      [1, 0.8],
      [2, 0.62],
      [4, 0.45],
      [8, 0.35],
    ]),
  );
  const ratio = sectors.map((k) =>
    b.zidz(b.mul(troops[0]![k]!, quality[0]![k]!), b.div(b.mul(troops[1]![k]!, quality[1]![k]!), protection[1]![k]!)),
  );
  const posture = byBoth((s, k) =>
    s === 0
      ? b.min(n(1), b.mul(intensity, n(PRIORITY[k]!)))
      : b.select(b.binary("less", ratio[k]!, n(0.7)), n(0.4), n(0.1)),
  );
  const advance = sectors.map((k) =>
    b.sub(
      b.div(
        b.mul(
          b.lookup(ratio[k]!, [
            [0, -1.5],
            [0.7, -0.2],
            [1, 0.1],
            [2, 0.8],
            [4, 2.5],
          ]),
          b.add(n(0.2), posture[0]![k]!),
        ),
        n(TERRAIN[k]!),
      ),
      b.mul(n(0.3), posture[1]![k]!),
    ),
  );
  const demand = byBoth((s, k) => b.mul(guns[s]![k]!, n(0.14), b.add(n(0.4), b.mul(n(0.6), posture[s]![k]!))));
  const totalDemand = bySide((s) => b.add(...demand[s]!));
  const fill = bySide((s) => b.min(n(1), b.zidz(ammo[s]!, b.mul(totalDemand[s]!, n(2)))));
  const ammoEffect = bySide((s) =>
    b.lookup(fill[s]!, [
      [0, 0.15],
      [0.25, 0.45],
      [0.5, 0.7],
      [1, 1],
    ]),
  );
  const gunFire = byBoth((s, k) => b.mul(guns[s]![k]!, n(GUN_KILL[s]), ammoEffect[s]!, supply[s]![k]!));
  const droneFire = byBoth((s, k) =>
    noise("drones", s, k, b.mul(drones[s]![k]!, n(DRONE_KILL[s]), droneTech, supply[s]![k]!)),
  );
  const directFire = byBoth((s, k) =>
    b.mul(
      b.add(b.mul(troops[s]![k]!, n(RIFLE_KILL[s]), quality[s]![k]!), b.mul(armour[s]![k]!, n(ARMOUR_KILL[s]))),
      b.add(n(0.3), b.mul(n(0.7), posture[s]![k]!)),
    ),
  );
  const fire = byBoth((s, k) => noise("fire", s, k, b.add(gunFire[s]![k]!, droneFire[s]![k]!, directFire[s]![k]!)));
  const exposure = byBoth((s, k) => b.add(posture[s]![k]!, b.mul(b.sub(n(1), posture[s]![k]!), protection[s]![k]!)));
  const losses = byBoth((s, k) => b.min(b.mul(n(0.15), troops[s]![k]!), b.mul(fire[enemy(s)]![k]!, exposure[s]![k]!)));
  const totalTroops = bySide((s) => b.add(...troops[s]!));
  const totalLosses = bySide((s) => b.add(...losses[s]!));
  const lossFraction = bySide((s) => b.zidz(totalLosses[s]!, totalTroops[s]!));
  const isStart = b.binary("equal", time, n(0));
  const smoothed = bySide((s) => b.select(isStart, lossFraction[s]!, recent[s]!));
  const need = byBoth((s, k) =>
    b.max(n(0.1), b.sub(b.mul(n(initialTroops[s]![k]!), b.add(n(1), b.mul(n(0.3), posture[s]![k]!))), troops[s]![k]!)),
  );
  const totalNeed = bySide((s) => b.add(...need[s]!));
  const recruits = bySide((s) => b.mul(pool[s]!, mobilisation[s]!, moraleEffect[s]!));
  const graduates = bySide((s) => b.div(trainees[s]!, n(10)));
  const healed = bySide((s) => b.div(b.mul(wounded[s]!, n(0.6)), n(12)));
  const discharged = bySide((s) => b.div(b.mul(wounded[s]!, b.sub(n(1), n(0.6))), n(12)));
  const deployment = bySide((s) => b.div(b.max(n(0), reserve[s]!), n(3)));
  const armourSupply = bySide((s) => b.add(b.mul(n([30, 10][s]!), economy[s]!), b.mul(n([2, 18][s]!), aid[s]!)));
  const share = byBoth((s, k) => b.zidz(troops[s]![k]!, totalTroops[s]!));
  const grow = (state: Value, change: Value): void => b.next(state, b.add(state, change));

  for (const s of sides) {
    grow(pool[s]!, b.unary("neg", recruits[s]!));
    grow(trainees[s]!, b.sub(recruits[s]!, graduates[s]!));
    grow(reserve[s]!, b.sub(b.add(graduates[s]!, healed[s]!), deployment[s]!));
    grow(wounded[s]!, b.sub(b.sub(b.mul(totalLosses[s]!, n(0.65)), healed[s]!), discharged[s]!));
    const production = b.mul(ammoCapacity[s]!, economy[s]!);
    grow(ammo[s]!, b.sub(b.add(production, b.mul(n([20, 35][s]!), aid[s]!)), b.mul(totalDemand[s]!, fill[s]!)));
    grow(ammoCapacity[s]!, b.div(b.sub(b.mul(n([110, 40][s]!), economy[s]!), ammoCapacity[s]!), n(52)));
    const room = b.sub(n(1), b.div(droneCapacity[s]!, n([40, 45][s]!)));
    grow(droneCapacity[s]!, b.mul(droneCapacity[s]!, b.add(n(0.01), techGrowth), room));
    const shock = b.div(b.mul(n(6), smoothed[s]!, morale[s]!), n(10));
    grow(morale[s]!, b.sub(b.div(b.sub(n(1), morale[s]!), n(26)), shock));
    grow(economy[s]!, b.sub(b.div(b.sub(n(1), economy[s]!), n(40)), b.mul(n([0.0004, 0.0006][s]!), recruits[s]!)));
    grow(cumulative[s]!, totalLosses[s]!);
    b.next(recent[s]!, b.add(smoothed[s]!, b.div(b.sub(lossFraction[s]!, smoothed[s]!), n(8))));
    for (const k of sectors) {
      const e = enemy(s);
      grow(troops[s]![k]!, b.sub(b.div(b.mul(deployment[s]!, need[s]![k]!), totalNeed[s]!), losses[s]![k]!));
      const armourLost = b.min(n(0.2), b.add(b.mul(n(0.01), exposure[s]![k]!), b.mul(n(0.02), droneFire[e]![k]!)));
      grow(armour[s]![k]!, b.sub(b.mul(armourSupply[s]!, share[s]![k]!), b.mul(armour[s]![k]!, armourLost)));
      const gunsLost = b.min(n(0.1), b.add(b.mul(n(0.004), gunFire[e]![k]!), b.mul(n(0.01), droneFire[e]![k]!)));
      const gunsIn = b.mul(n([25, 14][s]!), economy[s]!, share[s]![k]!);
      grow(guns[s]![k]!, b.sub(gunsIn, b.mul(guns[s]![k]!, gunsLost)));
      const made = b.mul(b.mul(droneCapacity[s]!, economy[s]!), share[s]![k]!);
      grow(drones[s]![k]!, b.sub(made, b.div(drones[s]![k]!, n(2))));
      const dug = b.mul(
        n([0.1, 0.08][s]!),
        b.sub(n(1), posture[s]![k]!),
        b.unary("sqrt", b.div(b.max(n(0), troops[s]![k]!), n(50))),
      );
      const worn = b.mul(fort[s]![k]!, b.add(b.div(n(1), n(60)), b.mul(n(0.002), gunFire[e]![k]!)));
      grow(fort[s]![k]!, b.sub(noise("fort", s, k, dug), worn));
      const tiring = b.mul(b.add(n(0.02), b.mul(n(0.06), posture[s]![k]!)), b.sub(n(1), fatigue[s]![k]!));
      grow(fatigue[s]![k]!, b.sub(tiring, b.div(fatigue[s]![k]!, n(12))));
      const depth = b.max(n(0), s === 0 ? front[k]! : b.unary("neg", front[k]!));
      const raids = b.sub(n(1), b.min(n(0.5), b.mul(n(0.05), droneFire[e]![k]!)));
      const target = b.mul(b.unary("exp", b.mul(n(-0.02), depth)), raids);
      grow(supply[s]![k]!, b.div(b.sub(target, supply[s]![k]!), n(4)));
    }
  }
  for (const k of sectors) grow(front[k]!, advance[k]!);

  b.output("total advance", b.add(...front));
  b.output("total troops[A]", totalTroops[0]!);
  b.output("total troops[B]", totalTroops[1]!);
  b.output("Cumulative Losses[A]", cumulative[0]!);
  b.output("Cumulative Losses[B]", cumulative[1]!);
  b.output("Ammo[A]", ammo[0]!);
  b.output("Ammo[B]", ammo[1]!);
  b.output("loss exchange ratio", b.zidz(cumulative[0]!, cumulative[1]!));
  return b.build(noisy ? "attrition with noise" : "attrition");
}

const TROOPS = [
  [60, 55, 70, 65, 80, 75, 50, 45],
  [50, 50, 60, 60, 65, 60, 45, 40],
];
const ARMOUR = [
  [300, 250, 350, 300, 400, 350, 200, 150],
  [200, 200, 260, 240, 260, 240, 160, 140],
];
const GUNS = [
  [500, 450, 600, 550, 650, 600, 400, 350],
  [250, 250, 320, 300, 340, 320, 220, 200],
];
const DRONES = [
  [2, 2, 3, 3, 4, 3, 2, 1],
  [2, 2, 3, 3, 3, 3, 2, 1],
];
const TERRAIN = [1, 0.9, 1.1, 1, 0.8, 0.95, 1.2, 1.3];
const PRIORITY = [0.6, 0.8, 1, 1.2, 1.5, 1.3, 0.7, 0.4];
const RIFLE_KILL = [0.0022, 0.0025] as const;
const GUN_KILL = [0.0009, 0.0012] as const;
const ARMOUR_KILL = [0.0006, 0.0008] as const;
const DRONE_KILL = [0.1, 0.12] as const;
