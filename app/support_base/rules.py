"""Who reads who is for a plan and who is not, and who counts lists of paper."""

from app.initiatives import rules as initiatives

read = initiatives.read_worries | initiatives.assists_here
print_list = read & initiatives.put_up
count = initiatives.assists_here & ~initiatives.run_it & initiatives.put_up
take_back = initiatives.assists_here & ~initiatives.run_it
