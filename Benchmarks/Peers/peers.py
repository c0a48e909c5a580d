"""Solves the tours of `bench peers` with other solvers and prints what they found.

Reads a file of cells: {"blocks", "stops", "matrices": [[[mm]]]}, the first row of each matrix the
start of the walk, where it also ends. Prints a JSON line per solver and tour: how long it took, of
the wall's clock and of the processor's, and the tour from 0 by every other number. Time is from a
matrix of the kind the solver wants to its tour; where there is no answer the tour is empty.
"""

import contextlib
import json
import math
import os
import sys
import time

import elkai
import fast_tsp
import numpy
import pyvrp
import pyvrp.stop
import vroom
from ortools.constraint_solver import pywrapcp, routing_enums_pb2


def ortools(seconds):
    def solve(matrix):
        manager = pywrapcp.RoutingIndexManager(len(matrix), 1, 0)
        model = pywrapcp.RoutingModel(manager)
        model.SetArcCostEvaluatorOfAllVehicles(model.RegisterTransitMatrix(matrix))
        parameters = pywrapcp.DefaultRoutingSearchParameters()
        if seconds:
            parameters.local_search_metaheuristic = (
                routing_enums_pb2.LocalSearchMetaheuristic.GUIDED_LOCAL_SEARCH
            )
            parameters.time_limit.seconds = seconds
        found = model.SolveWithParameters(parameters)
        if not found:
            return []
        tour, index = [], model.Start(0)
        while not model.IsEnd(index):
            tour.append(manager.IndexToNode(index))
            index = found.Value(model.NextVar(index))
        return tour

    return solve


def lkh(runs):
    return lambda matrix: elkai.DistanceMatrix(matrix).solve_tsp(runs=runs)[:-1]


def iterated_search(seconds):
    def solve(matrix):
        count = len(matrix)
        data = pyvrp.ProblemData(
            [pyvrp.Location(0, 0) for _ in range(count)],
            [pyvrp.Client(location) for location in range(1, count)],
            [pyvrp.Depot(0)],
            [pyvrp.VehicleType()],
            [matrix],
            [numpy.zeros_like(matrix)],
        )
        result = pyvrp.solve(
            data, pyvrp.stop.MaxRuntime(seconds), seed=1, collect_stats=False, display=False
        )
        routes = result.best.routes()
        return [0] + [stop.idx + 1 for route in routes for stop in route if stop.is_client()]

    return solve


def vroom_level(level):
    def solve(matrix):
        problem = vroom.Input()
        problem.set_durations_matrix("car", matrix)
        problem.add_vehicle(vroom.Vehicle(0, start=0, end=0))
        problem.add_job([vroom.Job(id=n, location=n) for n in range(1, len(matrix))])
        found = problem.solve(exploration_level=level, nb_threads=1)
        jobs = found.routes[found.routes["type"] == "job"]
        return [0] + [int(number) for number in jobs["id"]]

    return solve


def fast(milliseconds):
    def solve(matrix):
        # It takes lengths up to 65,535: in the largest unit in which all are whole.
        unit = max(1, math.gcd(*(length for row in matrix for length in row)))
        matrix = [[length // unit for length in row] for row in matrix]
        return fast_tsp.find_tour(matrix, duration_seconds=milliseconds / 1000, max_threads=1)

    return solve


# Name, kind of matrix, whether only some of the tours are solved, solver.
SOLVERS = [
    ("OR-Tools, first solution", list, False, ortools(None)),
    ("OR-Tools, guided 1 s", list, True, ortools(1)),
    ("elkai (LKH), 1 run", list, False, lkh(1)),
    ("elkai (LKH), 10 runs", list, True, lkh(10)),
    ("PyVRP, 0.1 s", "int64", False, iterated_search(0.1)),
    ("PyVRP, 1 s", "int64", True, iterated_search(1)),
    ("VROOM, level 5", "uint32", True, vroom_level(5)),
    ("fast-tsp, 5 ms", list, False, fast(5)),
    ("fast-tsp, 20 ms", list, False, fast(20)),
]


@contextlib.contextmanager
def quiet():
    """Some libraries write to the file itself."""
    kept = os.dup(1)
    with open(os.devnull, "w") as nowhere:
        os.dup2(nowhere.fileno(), 1)
    try:
        yield
    finally:
        os.dup2(kept, 1)
        os.close(kept)


def main(path, some):
    with open(path) as file:
        cells = json.load(file)
    for _, kind, _, solve in SOLVERS:
        # What is loaded with the first use of a library is not the solver's time.
        small = [row[:5] for row in cells[0]["matrices"][0][:5]]
        with quiet():
            solve(small if kind is list else numpy.array(small, dtype=kind))
    for number, cell in enumerate(cells):
        for name, kind, is_slow, solve in SOLVERS:
            matrices = cell["matrices"][: some if is_slow else None]
            for tour, matrix in enumerate(matrices):
                if kind is not list:
                    matrix = numpy.array(matrix, dtype=kind)
                with quiet():
                    wall, processor = time.perf_counter_ns(), time.process_time_ns()
                    found = solve(matrix)
                    processor = time.process_time_ns() - processor
                    wall = time.perf_counter_ns() - wall
                line = {
                    "solver": name, "cell": number, "instance": tour, "wall": wall,
                    "processor": processor, "tour": found,
                }
                print(json.dumps(line), flush=True)
            print(f"{cell['blocks']} blocks, {cell['stops']} stops: {name}", file=sys.stderr)


main(sys.argv[1], int(sys.argv[2]))
