// Who sits in each of the networks, and which lists of their members are closed.
CALL (here, networks) {
  UNWIND range(0, size(networks) - 1) AS i
  OPTIONAL MATCH (network:Actor {model: here.version, id: networks[i]})
  WITH i, here, network,
       COLLECT { MATCH (member:Actor)-[seat:MEMBER_OF]->(network) WHERE @selected(seat) WITH member, seat ORDER BY seat.id
                 RETURN {id: seat.id, actor: member.id, valid: @valid(seat), firm: @firm(seat)} } AS seats,
       COLLECT { MATCH (closed:ClosedList)-[:CLOSES]->(network)
                 WHERE @selected(closed) AND @firm(closed) AND @valid(closed) WITH closed ORDER BY closed.id
                 RETURN {id: closed.id, without: closed.without} } AS lists
  ORDER BY i
  RETURN collect({seats: seats, lists: lists, is_closed: size(lists) > 0 AND size(seats) > 0}) AS tables
}
